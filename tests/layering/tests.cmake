braketeer_test(layering/tst_layering LINKS Qt6::Core)
target_compile_definitions(layering.tst_layering PRIVATE
    BRAKETEER_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    QT_INCLUDE_DIRS="$<JOIN:$<TARGET_PROPERTY:Qt6::Core,INTERFACE_INCLUDE_DIRECTORIES>,:>")

add_test(NAME layering.formatting COMMAND ${PROJECT_SOURCE_DIR}/scripts/lint --format)
