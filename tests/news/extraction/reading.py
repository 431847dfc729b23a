"""What an editor gets from a page made of a few sentences."""

from news.extraction import extract, to_dict

CLOSING = "Kết thúc buổi làm việc, hai bên thống nhất gặp lại sau mùa mưa."


def read(
    *paragraphs, title="Chi cục Đèn biển làm việc với Hội Nghề muối", date="06/03/2023 08:15", closing=CLOSING
):
    return to_dict(extract("\n\n".join((title, date, *paragraphs, closing)) + "\n"))


def people(*paragraphs, **page):
    return {person["name"]: person for person in read(*paragraphs, **page)["attendees"]}


def sides(*paragraphs, **page):
    return {name: person["side"] for name, person in people(*paragraphs, **page).items()}


def units(*paragraphs, **page):
    return [unit["name"] for unit in read(*paragraphs, **page)["attending_units"]]


def agencies(*paragraphs, **page):
    return {agency["name"]: agency["abbreviation"] for agency in read(*paragraphs, **page)["agencies"]}


def english(*paragraphs, **page):
    page.setdefault("title", "Salt Harbour Authority receives a delegation")
    return read(*paragraphs, closing="Both sides agreed to meet again after the rainy season.", **page)
