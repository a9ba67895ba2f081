"""Import of results from before Kinerja: SIASN's `skp22` and `kinerjaperiodik`, and e-Kinerja's report of results."""
