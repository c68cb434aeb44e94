"""Pictures that a URL asks for: which picture a URL means, who may ask for it, and how it is made and kept."""
