braketeer_test(gui/tst_templates GUI LINKS braketeer::gui_templates braketeer::gui_kit braketeer::store)
