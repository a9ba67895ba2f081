"""`python -m kinerja.tanya_sehat`: ask the web process here whether it lives, for health checks."""

import http.client
import os
import sys


def main(port: int) -> int:
    """0 when `/sehat/` answers 200, else 1. Asks with the first allowed host name, over plain HTTP."""
    host = os.environ.get("ALLOWED_HOSTS", "127.0.0.1").split(",")[0].strip().lstrip(".*")
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=4)
    try:
        client.request("GET", "/sehat/", headers={"Host": host or "127.0.0.1"})
        return 0 if client.getresponse().status == 200 else 1
    except (OSError, http.client.HTTPException):
        return 1
    finally:
        client.close()


if __name__ == "__main__":
    sys.exit(main(int(os.environ.get("PORT") or 8000)))
