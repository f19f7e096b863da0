"""Everything between us and a site: Scrapy, politeness, and the record of a run."""
