"""People, bodies and groups of pages written in English."""


def read_names(blocks, kind):
    from news.extraction.agencies import Registry
    from news.extraction.sides import read_sides

    registry = Registry([])
    return [], [], registry, read_sides(blocks, [], registry, kind)
