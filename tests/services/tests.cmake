braketeer_test(services/tst_golden_builders LINKS braketeer::services
    SOURCES ${PROJECT_SOURCE_DIR}/tests/services/s3builders.cpp)
braketeer_test(services/tst_answers LINKS braketeer::services)
braketeer_test(services/tst_calls LINKS braketeer::services)
