"""Doc."""
import os, sys as system
from a.b import (c, d as e)

@hybrid_job(device=None)
def start(x: int, *args, y=f"{x!r:>{y}}", **kw) -> dict[str, int]:
    if x:
	return {"a": [1, 2]}

async def later(): pass

class A(B):
    def method(self):
        return 'x'

if __name__ == "__main__":
    start(1); later()
