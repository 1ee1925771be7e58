"""Ten years of scripted registries: the stock, its script, the truth that follows from it, and the years themselves."""
