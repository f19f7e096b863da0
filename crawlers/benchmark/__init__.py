"""How fast the whole crawl is, beside Scrapy that only downloads."""
