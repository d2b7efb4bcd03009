"""Makes the HEIC files of the tests, and beside each what pillow-heif reads in it.

python -m pip install pillow-heif==1.8.1 && python make.py
python make.py --photo PHOTO.jpg --to OUT.heic [--turned]   # a photo in tiles of 512 pixels, as phones store it

Pictures are coded by x265 within pillow-heif; the containers (ISO/IEC 23008-12) are written here, since no encoder
writes all that phones do.
"""

import argparse
import io
import struct
from dataclasses import dataclass, field
from pathlib import Path

import pillow_heif
from PIL import Image, ImageCms, ImageDraw

HERE = Path(__file__).parent
QUARTERS = [(200, 60, 50), (60, 160, 70), (50, 80, 180), (220, 220, 220)]
SIZE = (96, 64)

# What a file's own boxes say for each orientation of EXIF: quarter turns counterclockwise, then a mirror's axis.
TURNS = {
    1: (0, None),
    2: (0, 1),
    3: (2, None),
    4: (0, 0),
    5: (3, 1),
    6: (3, None),
    7: (1, 1),
    8: (1, None),
}

# Matrix and range are what x265 was given; primaries and curve are free.
MATRIX = 6
DISPLAY_P3 = (12, 13)
SRGB = (1, 13)


def box(kind: str, *parts: bytes) -> bytes:
    """A box with this content."""
    content = b"".join(parts)
    return struct.pack(">I4s", 8 + len(content), kind.encode()) + content


def full(kind: str, version: int, *parts: bytes, flags: int = 0) -> bytes:
    """A box that begins with its version."""
    return box(kind, struct.pack(">I", version << 24 | flags), *parts)


@dataclass
class Coded:
    """A picture as HEVC: the decoder's setup and the samples."""

    size: tuple[int, int]
    setup: bytes
    data: bytes
    bits: tuple[int, ...]


@dataclass
class Item:
    """An item of a file: what it is, its bytes, its properties in order, and what it refers to."""

    kind: str
    data: bytes
    properties: list[bytes] = field(default_factory=list)
    refers: dict[str, list[int]] = field(default_factory=dict)
    beside: bool = False
    hidden: bool = False


def coded(picture: Image.Image, quality: int = 90, bits: int = 8, chroma: int = 420) -> Coded:
    """Codes a picture and takes it out of its container again."""
    out = io.BytesIO()
    if bits == 8:
        heif = pillow_heif.from_pillow(picture)
    else:
        wide = b"".join(struct.pack("<H", value * 257) for value in picture.tobytes())
        heif = pillow_heif.from_bytes("RGB;16", picture.size, wide)
    heif.save(out, quality=quality, chroma=chroma, matrix_coefficients=MATRIX, full_range_flag=1)
    file = out.getvalue()
    at = file.index(b"hvcC") - 4
    setup = file[at : at + struct.unpack(">I", file[at : at + 4])[0]]
    data = file[file.index(b"mdat") + 4 :]
    return Coded(picture.size, setup, data, (bits,) * len(picture.getbands()))


def size(width: int, height: int) -> bytes:
    """The property of an item's size."""
    return full("ispe", 0, struct.pack(">II", width, height))


def depth(bits: tuple[int, ...]) -> bytes:
    """The property of its channels' bits."""
    return full("pixi", 0, bytes([len(bits), *bits]))


def numbered(primaries: int, curve: int) -> bytes:
    """Colours by the numbers of ITU-T H.273."""
    return box("colr", b"nclx", struct.pack(">HHHB", primaries, curve, MATRIX, 0x80))


def profiled(profile: bytes) -> bytes:
    """Colours by a profile."""
    return box("colr", b"prof", profile)


def auxiliary(kind: str) -> bytes:
    """What an auxiliary picture holds."""
    return full("auxC", 0, kind.encode() + b"\0")


def clap(width: int, height: int, right: int, down: int) -> bytes:
    """A crop of this size whose middle lies so many half pixels beside the picture's middle."""
    return box("clap", struct.pack(">IIIIiIiI", width, 1, height, 1, right, 2, down, 2))


def turned(orientation: int) -> list[bytes]:
    """The properties that turn a stored picture upright."""
    quarters, axis = TURNS[orientation]
    turns = [box("irot", bytes([quarters]))] if quarters else []
    return turns + ([box("imir", bytes([axis]))] if axis is not None else [])


def hevc(picture: Coded, *more: bytes, **item: object) -> Item:
    """An item that is one coded picture."""
    return Item("hvc1", picture.data, [picture.setup, size(*picture.size), depth(picture.bits), *more], **item)


def exif(orientation: int) -> bytes:
    """EXIF that says only how the camera was held."""
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    return struct.pack(">I", 6) + b"Exif\0\0" + b"MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4)


def meta(items: list[Item], primary: int, places: list[tuple[int, int, int]]) -> bytes:
    """The directory of a file; places are the construction, offset and length of each item."""
    shared: list[bytes] = []
    rows = []
    for number, item in enumerate(items, 1):
        for prop in item.properties:
            if prop not in shared:
                shared.append(prop)
        if item.properties:
            marks = [
                shared.index(prop) + 1 | 0x80 * (prop[4:8] in {b"hvcC", b"irot", b"imir", b"clap"})
                for prop in item.properties
            ]
            rows.append(struct.pack(">HB", number, len(marks)) + bytes(marks))
    infos = [
        full("infe", 2, struct.pack(">HH4s", n, 0, i.kind.encode()) + b"\0", flags=int(i.hidden))
        for n, i in enumerate(items, 1)
    ]
    refs = [
        box(kind, struct.pack(f">HH{len(to)}H", number, len(to), *to))
        for number, item in enumerate(items, 1)
        for kind, to in item.refers.items()
    ]
    where = b"".join(
        struct.pack(">HHHHII", number, how, 0, 1, offset, length)
        for number, (how, offset, length) in enumerate(places, 1)
    )
    return full(
        "meta",
        0,
        full("hdlr", 0, bytes(4), b"pict", bytes(13)),
        full("pitm", 0, struct.pack(">H", primary)),
        full("iinf", 0, struct.pack(">H", len(items)), *infos),
        full("iref", 0, *refs) if refs else b"",
        box("iprp", box("ipco", *shared), full("ipma", 0, struct.pack(">I", len(rows)), *rows)),
        box("idat", b"".join(item.data for item in items if item.beside)),
        full("iloc", 1, struct.pack(">BBH", 0x44, 0, len(items)), where),
    )


def container(items: list[Item], primary: int = 1, brands: tuple[str, ...] = ("mif1", "MiHE", "miaf", "heic")) -> bytes:
    """A whole file."""
    head = box("ftyp", b"heic", bytes(4), *(brand.encode() for brand in brands))

    def places(start: int) -> list[tuple[int, int, int]]:
        found = []
        inside = 0
        for item in items:
            found.append((1, inside, len(item.data)) if item.beside else (0, start, len(item.data)))
            inside += len(item.data) * item.beside
            start += len(item.data) * (not item.beside)
        return found

    length = len(meta(items, primary, places(0)))
    start = len(head) + length + 8
    return head + meta(items, primary, places(start)) + box("mdat", *(i.data for i in items if not i.beside))


def quarters(width: int = SIZE[0], height: int = SIZE[1]) -> Image.Image:
    """Red, green, blue and light grey: every turn of it is another picture."""
    picture = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(picture)
    for number, color in enumerate(QUARTERS):
        left, top = number % 2 * width // 2, number // 2 * height // 2
        draw.rectangle((left, top, left + width // 2 - 1, top + height // 2 - 1), fill=color)
    return picture


def display_p3() -> bytes:
    """Display P3 as a profile of version 4."""

    def fixed(*values: float) -> bytes:
        return b"".join(struct.pack(">i", round(value * 65536)) for value in values)

    curve = b"para\0\0\0\0\0\3\0\0" + fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
    text = "Display P3".encode("utf-16-be")
    name = b"mluc\0\0\0\0" + struct.pack(">II4sII", 1, 12, b"enUS", len(text), 28) + text
    tags = {
        b"desc": name,
        b"cprt": name,
        b"wtpt": b"XYZ \0\0\0\0" + fixed(0.9642, 1, 0.8249),
        b"rXYZ": b"XYZ \0\0\0\0" + fixed(0.51512, 0.24120, -0.00105),
        b"gXYZ": b"XYZ \0\0\0\0" + fixed(0.29198, 0.69225, 0.04189),
        b"bXYZ": b"XYZ \0\0\0\0" + fixed(0.15710, 0.06657, 0.78407),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, content = b"", b""
    for tag, value in tags.items():
        table += tag + struct.pack(">II", 128 + 4 + 12 * len(tags) + len(content), len(value))
        content += value + bytes(-len(value) % 4)
    body = struct.pack(">I", len(tags)) + table + content
    head = struct.pack(">I4s4s4s4s4s", 128 + len(body), bytes(4), b"\4\0\0\0", b"mntr", b"RGB ", b"XYZ ")
    head += bytes(12) + b"acsp" + bytes(28) + fixed(0.9642, 1, 0.8249)
    return head.ljust(128, b"\0") + body


def grid(picture: Image.Image, tile: int, more: list[bytes], quality: int = 60) -> list[Item]:
    """The whole picture as the first item, then its tiles."""
    columns, rows = -(-picture.width // tile), -(-picture.height // tile)
    edged = Image.new("RGB", (columns * tile, rows * tile))
    edged.paste(picture)
    tiles = [
        coded(edged.crop((x * tile, y * tile, (x + 1) * tile, (y + 1) * tile)), quality)
        for y in range(rows)
        for x in range(columns)
    ]
    data = struct.pack(">BBBBHH", 0, 0, rows - 1, columns - 1, *picture.size)
    whole = Item(
        "grid",
        data,
        [size(*picture.size), depth((8, 8, 8)), *more],
        {"dimg": list(range(2, 2 + len(tiles)))},
        beside=True,
    )
    return [whole, *(hevc(tile, hidden=True) for tile in tiles)]


def photo(picture: Image.Image, orientation: int, tile: int = 512, quality: int = 60) -> bytes:
    """As phones store one: tiles, a profile, both ways of saying how the camera was held."""
    items = grid(picture, tile, [profiled(display_p3()), *turned(orientation)], quality)
    return container([*items, Item("Exif", exif(orientation), refers={"cdsc": [1]})])


def shaded(width: int, height: int) -> Image.Image:
    """The quarters under a light from the left, so that a tile at a wrong place shows."""
    light = Image.linear_gradient("L").rotate(90).resize((width, height)).point(lambda v: 128 + v // 2)
    return Image.composite(quarters(width, height), Image.new("RGB", (width, height)), light)


def with_alpha(premultiplied: bool) -> bytes:
    """The quarters, opaque on the left, fading to nothing on the right."""
    opacity = Image.linear_gradient("L").rotate(90).resize(SIZE)
    picture = Image.composite(quarters(), Image.new("RGB", SIZE), opacity) if premultiplied else quarters()
    references = {"prem": [2]} if premultiplied else {}
    alpha = hevc(coded(opacity), auxiliary("urn:mpeg:hevc:2015:auxid:1"), refers={"auxl": [1]}, hidden=True)
    return container([hevc(coded(picture), numbered(*SRGB), refers=references), alpha])


def with_gain_map() -> bytes:
    """As newer phones do: a gain map of half the size and the brand of its newer form; both are for bright screens."""
    small = coded(Image.new("L", (48, 32), 200))
    gain = hevc(small, auxiliary("urn:com:apple:photo:2020:aux:hdrgainmap"), refers={"auxl": [1]}, hidden=True)
    return container([hevc(coded(quarters()), numbered(*SRGB)), gain], brands=("mif1", "miaf", "heic", "tmap"))


def cropped() -> bytes:
    """The quarters within a black frame that the file crops away, then turns."""
    picture = Image.new("RGB", (160, 128))
    picture.paste(quarters(), (24, 16))
    # The middle of the crop is 8 pixels left of and 16 above the picture's own.
    return container(
        [hevc(coded(picture), clap(*SIZE, -16, -32), *turned(6)), Item("Exif", exif(6), refers={"cdsc": [1]})]
    )


def third_is_primary() -> bytes:
    """A thumbnail and a hidden picture lie before the one that is meant."""
    other = coded(Image.new("RGB", (64, 64), (250, 0, 250)))
    return container([hevc(other, refers={"thmb": [3]}), hevc(other, hidden=True), hevc(coded(quarters()))], primary=3)


def files() -> dict[str, bytes]:
    """All that is checked in."""
    plain = coded(quarters())
    found = {
        f"orientation-{way}": container([hevc(plain, *turned(way)), Item("Exif", exif(way), refers={"cdsc": [1]})])
        for way in TURNS
    }
    found["exif-alone"] = container([hevc(plain), Item("Exif", exif(6), refers={"cdsc": [1]})])
    found["tiles"] = photo(shaded(500, 380), 6, 64, 50)
    found["cropped"] = cropped()
    found["third"] = third_is_primary()
    found["ten-bits"] = container([hevc(coded(quarters(), bits=10), numbered(*SRGB))])
    found["ten-bits-p3"] = container([hevc(coded(quarters(), bits=10, chroma=444), profiled(display_p3()))])
    found["full-color"] = container([hevc(coded(quarters(), chroma=444))])
    found["grey"] = container([hevc(coded(quarters().convert("L")))])
    found["alpha"] = with_alpha(False)
    found["alpha-premultiplied"] = with_alpha(True)
    found["p3-profile"] = container([hevc(plain, numbered(*SRGB), profiled(display_p3()))])
    found["p3-numbers"] = container([hevc(plain, numbered(*DISPLAY_P3))])
    found["gain-map"] = with_gain_map()
    return found


def seen(file: bytes, numbers: tuple[int, int]) -> Image.Image:
    """What pillow-heif reads, upright, in sRGB."""
    picture = pillow_heif.open_heif(io.BytesIO(file)).to_pillow()
    if picture.mode == "RGBa":
        picture = picture.convert("RGBA")
    profile = picture.info.get("icc_profile") or (display_p3() if numbers == DISPLAY_P3 else None)
    if profile:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        picture = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), 1, outputMode="RGB")
    return picture


def main() -> None:
    """Writes the tests' files, or one photo."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photo", type=Path)
    parser.add_argument("--to", type=Path)
    parser.add_argument("--turned", action="store_true", help="as from a camera that was held upright")
    given = parser.parse_args()
    if given.photo:
        picture = Image.open(given.photo).convert("RGB")
        stored = picture.rotate(90, expand=True) if given.turned else picture
        given.to.write_bytes(photo(stored, 6 if given.turned else 1))
        return
    for name, file in files().items():
        (HERE / f"{name}.heic").write_bytes(file)
        seen(file, DISPLAY_P3 if name == "p3-numbers" else SRGB).save(HERE / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
