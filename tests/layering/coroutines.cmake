braketeer_test(layering/tst_coroutines LINKS Qt6::Core)
target_compile_definitions(layering.tst_coroutines PRIVATE BRAKETEER_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
