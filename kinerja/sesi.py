"""Sessions in the database with the cache in front, which may be away."""

import contextlib

from django.contrib.sessions.backends import cached_db, db
from redis.exceptions import RedisError


class SessionStore(cached_db.SessionStore):
    """Django's own, going on without the cache while that does not answer."""

    def load(self) -> dict[str, object]:
        """The content of the session, from the database when the cache can neither give nor take it."""
        try:
            return super().load()
        except RedisError:
            asal = self._get_session_from_db()
            return self.decode(asal.session_data) if asal else {}

    def exists(self, session_key: str | None) -> bool:
        """Whether a session has this key."""
        try:
            return bool(super().exists(session_key))
        except RedisError:
            return bool(db.SessionStore.exists(self, session_key))

    def delete(self, session_key: str | None = None) -> None:
        """End the session; it is gone from the database before the cache is asked."""
        with contextlib.suppress(RedisError):
            super().delete(session_key)
