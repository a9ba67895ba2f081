from analitik.models.hitungan import HitunganUnit

__all__ = ["HitunganUnit"]
