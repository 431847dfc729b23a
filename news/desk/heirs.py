"""A document from before a merger names the record that was merged; written again, it names the one that was kept."""


def follow(document: dict, noun: str, heirs: dict[int, int]) -> None:
    """Replace keys of `noun` ("person" or "agency") in the lists of a sound document, in place. `heirs`: merged -> kept."""
    if not heirs:
        return
    for side in document["delegations"]:
        _replace(side, noun, heirs)
        for line in side["attendances"]:
            _replace(line, noun, heirs)
    for row in [*document["agencies"], *document["credits"]]:
        _replace(row, noun, heirs)
    if noun == "person":
        for caption in document["captions"]:
            caption["people"] = sorted({heirs.get(key, key) for key in caption["people"]})
    else:
        # Both may have been listed: what is printed first stays.
        document["agencies"] = list({row["agency"]: row for row in reversed(document["agencies"])}.values())[
            ::-1
        ]


def _replace(row: dict, noun: str, heirs: dict[int, int]) -> None:
    if row.get(noun) in heirs:
        row[noun] = heirs[row[noun]]
