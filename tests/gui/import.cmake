braketeer_test(gui/tst_importdialog GUI LINKS braketeer::gui_importing)
