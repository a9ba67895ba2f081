"""Ties that forbid, and ties that are told."""

import pytest

from penghargaan.aturan.benturan import benturan

N, U, P, D = "nominee", "nominator", "checker", "decider"


@pytest.mark.parametrize(
    ("lain", "menghalangi"),
    [
        ({}, []),
        ({"pengusul": N}, ["Tidak seorang pun mengusulkan penghargaan untuk dirinya sendiri."]),
        ({"pemeriksa": N}, ["Tidak seorang pun memeriksa usulan untuk dirinya sendiri."]),
        ({"pemutus": N}, ["Tidak seorang pun memutuskan penghargaan untuk dirinya sendiri."]),
        ({"pemeriksa": U}, ["Pemeriksa harus orang lain, bukan pengusul."]),
        ({"pemutus": U}, ["Pemutus harus orang lain, bukan pengusul."]),
        ({"pemeriksa": P, "pemutus": P}, ["Pemutus harus orang lain, bukan pemeriksa."]),
        (
            {"penilai_pelaku": {U: N}},
            ["Pegawai yang diusulkan adalah pejabat penilai pengusul."],
        ),
        (
            {"pemeriksa": P, "penilai_pelaku": {U: "x", P: N}},
            ["Pegawai yang diusulkan adalah pejabat penilai pemeriksa."],
        ),
    ],
)
def test_ties_that_forbid(lain, menghalangi):
    isian = {"pegawai": N, "pengusul": U} | lain
    assert [b.isi for b in benturan(**isian) if b.menghalangi] == menghalangi


def test_declared_ties_and_exchanges_are_told_but_do_not_forbid():
    hasil = benturan(pegawai=N, pengusul=U, hubungan=" Saudara sepupu ", saling=True)
    assert [(b.menghalangi, b.isi) for b in hasil] == [
        (False, "Pengusul menyatakan ada hubungan: Saudara sepupu"),
        (False, "Pegawai ini juga mengusulkan pengusulnya pada tahun yang sama."),
    ]
