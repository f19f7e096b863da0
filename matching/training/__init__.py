"""Makes the bundled embedding: reads ESCO, trains, measures, writes the model card."""
