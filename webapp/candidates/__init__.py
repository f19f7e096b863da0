"""An adviser's candidates: the list, the dossier, the zoekprofiel."""
