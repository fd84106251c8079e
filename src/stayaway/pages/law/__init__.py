"""What `stayaway law` shows: one place, places side by side, the whole table, what is missing, and the check of a file.

`lines` holds what is said of a place, in an order that all of these share; the other modules only lay it out.
"""
