"""The suite: a mirror of the source, flows from end to end, the browser, the rules of the house."""
