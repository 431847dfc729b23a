"""Moving an old site: thousands of articles from an export (JSON, JSON lines, CSV) or a folder of saved pages."""
