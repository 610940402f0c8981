braketeer_test(gui/tst_jobdocument GUI LINKS braketeer::gui_job)
braketeer_test(gui/tst_sectionpictures GUI LINKS braketeer::gui_job)
