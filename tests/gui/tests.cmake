braketeer_test(gui/tst_jobdocument GUI LINKS braketeer::gui_job)
braketeer_test(gui/tst_pairs GUI LINKS braketeer::gui_kit)
braketeer_test(gui/tst_editors GUI LINKS braketeer::gui_kit)
braketeer_test(gui/tst_binder GUI LINKS braketeer::gui_job)
braketeer_test(gui/tst_sections GUI LINKS braketeer::gui_job)
braketeer_test(gui/tst_theme GUI LINKS braketeer::gui_kit)
# A session bus of its own: the test plays the desktop.
braketeer_test(gui/tst_portal GUI LAUNCHER dbus-run-session -- LINKS braketeer::gui_kit Qt6::DBus)
braketeer_test(gui/tst_sectionpictures GUI LINKS braketeer::gui_job)
braketeer_test(gui/tst_panemargins GUI LINKS braketeer::gui_shell)
braketeer_test(gui/tst_historymodel GUI LINKS braketeer::gui_history)
braketeer_test(gui/tst_commandpane GUI LINKS braketeer::gui_command braketeer::gui_job)
braketeer_test(gui/tst_terminal GUI LINKS braketeer::gui_command)
braketeer_test(gui/tst_mainwindow GUI TIMEOUT 120
    LINKS braketeer::gui_shell braketeer::gui_history braketeer::gui_job braketeer::sandbox braketeer::store braketeer::store_vault)
braketeer_test(gui/tst_windowquality GUI TIMEOUT 120
    LINKS braketeer::apps_language braketeer::gui_shell braketeer::gui_job braketeer::sandbox braketeer::store braketeer::store_vault)
braketeer_test(gui/tst_review GUI
    LINKS braketeer::gui_shell braketeer::gui_access braketeer::gui_job braketeer::sandbox braketeer::store braketeer::store_vault)
# The same by keyboard on a display with a window manager, which gives and takes the focus as a desktop does.
add_test(NAME gui.tst_mainwindow.display
    COMMAND ${PROJECT_SOURCE_DIR}/tests/support/with-display.sh $<TARGET_FILE:gui.tst_mainwindow>)
set_tests_properties(gui.tst_mainwindow.display PROPERTIES TIMEOUT 120 ENVIRONMENT "TZ=UTC;LC_ALL=C.UTF-8")
