// Only here to give a precompiled header a target to belong to.
