foreach(test faults hostile lifecycle sandbox signature)
    braketeer_test(sandbox/tst_${test} LINKS braketeer::sandbox braketeer::aws
        SOURCES ${PROJECT_SOURCE_DIR}/tests/sandbox/client.cpp)
endforeach()
# The AWS CLI needs most of a second for each command, more on a busy machine.
braketeer_test(sandbox/tst_realclients LINKS braketeer::sandbox TIMEOUT 300)
