// Only here to give the precompiled header of the tests a target to belong to.
