"""What BibTeX and BibLaTeX share: escaping, names, words of the field, and the writing in blocks."""
