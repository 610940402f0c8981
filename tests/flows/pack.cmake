braketeer_test(flows/tst_pack
    LINKS braketeer::flows braketeer::archive braketeer::services braketeer::aws
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/minis3.cpp)
