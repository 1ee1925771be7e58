"""Published citation styles (CSL): Vancouver, AMA and any other, as plain text and as HTML.

``names`` finds a style by name or file, ``feed`` says what a style is told of an item, ``mends`` corrects what a style
file gets wrong, ``processor`` is the only module that speaks to citeproc, ``entries`` is what others call. The order
of a list is never the style's: what comes first is numbered first.
"""
