# The window as a person has it: the built program on a display with a window manager, driven by its keyboard.
braketeer_test(apps/tst_window TIMEOUT 120 LAUNCHER ${PROJECT_SOURCE_DIR}/tests/support/with-display.sh LINKS Qt6::Sql)
target_compile_definitions(apps.tst_window PRIVATE BRAKETEER_WINDOW="$<TARGET_FILE:braketeer>")
add_dependencies(apps.tst_window braketeer)
# What a screen reader finds: every section of the running window, through the accessibility bus.
add_test(NAME apps.accessibility COMMAND dbus-run-session -- ${PROJECT_SOURCE_DIR}/tests/support/with-display.sh
    ${PROJECT_SOURCE_DIR}/tests/apps/accessibility.py $<TARGET_FILE:braketeer>)
set_tests_properties(apps.accessibility PROPERTIES TIMEOUT 120)
