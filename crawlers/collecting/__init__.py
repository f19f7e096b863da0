"""One crawl of one source: what to visit, what an answer means, what to remember."""
