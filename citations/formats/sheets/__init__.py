"""Tables of sources and statements that an editor works on in her spreadsheet and brings back: CSV and XLSX.

Written here: the columns, how a value stands in a cell, the mark by which a row is recognised, and both kinds of file
out and in. What a brought back row means for what is stored is decided by ``service.acts.sheets``.
"""
