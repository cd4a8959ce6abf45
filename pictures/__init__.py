"""Draws the market's woodblock series: flat colours, carved lines, a slightly off register, paper grain.

`python -m pictures` writes the files under `static/pictures/`; the rendered files are committed.
"""
