foreach(test submit resolve watch flows session credentials matchjob)
    braketeer_test(flows/tst_${test}
        LINKS braketeer::flows braketeer::store braketeer::store_vault braketeer::sandbox braketeer::exchange
              braketeer::services braketeer::aws Qt6::Sql
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/workplace.cpp)
endforeach()
braketeer_test(flows/tst_crash
    LINKS braketeer::flows braketeer::store braketeer::sandbox braketeer::exchange
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/workplace.cpp)
