"""Licences and certificates, asked or wished."""

from crawlers.reading.papers import read_certificates, read_licences


def test_licences():
    assert read_licences("", "rijbewijs B en C").required == ("B", "C")
    assert read_licences("", "rijbewijs B is een pré").wished == ("B",)
    assert read_licences("", "je bent in het bezit van een rijbewijs").required == ("B",)
    assert read_licences("", "geen rijbewijs nodig").required == ()
    assert read_licences("", "rijbewijs B, BE is een pré").wished == ("BE",)


def test_certificates():
    assert read_certificates("Een VCA-VOL certificaat is vereist").required == ("VCA",)
    assert read_certificates("VCA mag, hoeft niet").wished == ("VCA",)
    assert read_certificates("BHV heb je of haal je bij ons").wished == ("BHV",)
    assert read_certificates("een VOG is verplicht").required == ("VOG",)
    assert read_certificates("een heftruckcertificaat is een pré").wished == (
        "heftruck",
    )
