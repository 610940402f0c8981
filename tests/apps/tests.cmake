# The window as a person has it: the built program on a display with a window manager, driven by its keyboard.
braketeer_test(apps/tst_window TIMEOUT 120 LAUNCHER ${PROJECT_SOURCE_DIR}/tests/support/with-display.sh LINKS Qt6::Sql)
target_compile_definitions(apps.tst_window PRIVATE BRAKETEER_WINDOW="$<TARGET_FILE:braketeer>")
add_dependencies(apps.tst_window braketeer)
