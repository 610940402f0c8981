braketeer_test(gui/tst_storagemodel GUI LINKS braketeer::gui_storage)
