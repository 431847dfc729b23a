"""Pictures drawn for the demo. Small ones: a scene has no other code for a large picture."""

import xml.etree.ElementTree
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat

from portal import demo
from portal.demo import scenes
from portal.demo.crest import crest
from portal.demo.scenes.brushes import Canvas, box_points, smooth
from portal.demo.scenes.colours import Blend

SMALL = (240, 160)


@pytest.mark.parametrize("name", scenes.NAMES)
def test_the_same_seed_gives_the_same_picture(name):
    first, second = scenes.draw(name, 2, SMALL), scenes.draw(name, 2, SMALL)
    assert first.tobytes() == second.tobytes()


@pytest.mark.parametrize("name", scenes.NAMES)
def test_another_seed_gives_another_picture(name):
    difference = ImageChops.difference(scenes.draw(name, 2, SMALL), scenes.draw(name, 4, SMALL))
    assert ImageStat.Stat(difference.convert("L")).mean[0] > 1


@pytest.mark.parametrize("name", scenes.NAMES)
@pytest.mark.parametrize("size", [(240, 160), (200, 150), (160, 160), (160, 240), (320, 120)])
def test_a_picture_has_the_size_asked_for_and_no_blank_part(name, size):
    picture = scenes.draw(name, 6, size)
    assert (picture.size, picture.mode) == (size, "RGB")
    for corner in ((0, 0), (size[0] // 2, 0), (0, size[1] // 2), (size[0] // 2, size[1] // 2)):
        part = picture.crop((*corner, corner[0] + size[0] // 2, corner[1] + size[1] // 2))
        assert max(ImageStat.Stat(part).stddev) > 4


def test_odd_seeds_are_mirrored(monkeypatch):
    monkeypatch.setattr(Canvas, "__init__", _with_one_seed(Canvas.__init__))
    assert (
        scenes.draw("river_city", 3, SMALL).tobytes()
        == ImageOps.mirror(scenes.draw("river_city", 2, SMALL)).tobytes()
    )


def _with_one_seed(real):
    return lambda self, size, seed: real(self, size, "one")


def test_an_unknown_scene_is_refused_with_the_known_names():
    with pytest.raises(KeyError, match="rice_harvest"):
        scenes.draw("moon", 1)


def test_every_scene_has_its_file():
    files = {path.stem for path in Path(scenes.__file__).parent.glob("*.py")}
    assert files >= set(scenes.NAMES)


def test_a_blend_runs_from_its_first_to_its_second_colour():
    canvas = Canvas((100, 100), 1)
    canvas.box(0, 0, 1000, 1000, Blend("#000000", "#ffffff", 0))
    row = [canvas.image.getpixel((x, 100))[0] for x in (2, 50, 100, 150, 197)]
    assert row == sorted(row) and row[0] < 12 and row[-1] > 243


def test_shapes_outside_the_picture_are_no_error():
    canvas = Canvas((60, 40), 1)
    far = box_points(5000, 5000, 5100, 5100)
    canvas.fill(far, Blend("#000000", "#ffffff"))
    canvas.soft(far, "#000000", 0.5, 10)
    canvas.glow(-900, -900, 50, 50, "#ffffff", 1)
    assert canvas.picture().size == (60, 40)


def test_a_smooth_curve_passes_through_its_points():
    knots = [(0, 0), (10, 5), (20, 0)]
    curve = smooth(knots, closed=False)
    assert all(any(abs(x - a) + abs(y - b) < 1e-9 for a, b in curve) for x, y in knots)


def test_the_crest_has_a_transparent_ground():
    picture = crest()
    assert picture.mode == "RGBA" and picture.getpixel((2, 2))[3] == 0
    assert picture.getpixel((256, 190))[:3] == (242, 213, 138)
    assert isinstance(picture, Image.Image)


def test_the_crest_as_svg_names_itself():
    root = xml.etree.ElementTree.parse(Path(demo.__file__).parent / "crest.svg").getroot()
    assert root.get("role") == "img"
    assert root[0].tag.endswith("title") and root[0].text
