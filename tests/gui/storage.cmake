braketeer_test(gui/tst_storagemodel GUI LINKS braketeer::gui_storage)
braketeer_test(gui/tst_storagepane GUI LINKS braketeer::gui_storage braketeer::store)
braketeer_test(gui/tst_storagepicker GUI LINKS braketeer::gui_storage braketeer::gui_job braketeer::gui_kit)
braketeer_test(gui/tst_storagewindow GUI TIMEOUT 120
    LINKS braketeer::gui_shell braketeer::gui_storage braketeer::gui_job braketeer::gui_kit braketeer::sandbox braketeer::store
          braketeer::store_vault)
braketeer_test(gui/tst_storageterms GUI TIMEOUT 120
    LINKS braketeer::gui_shell braketeer::gui_storage braketeer::gui_job braketeer::gui_kit braketeer::flows braketeer::sandbox
          braketeer::store braketeer::store_vault)
braketeer_test(gui/tst_storagefacts GUI TIMEOUT 120
    LINKS braketeer::gui_shell braketeer::gui_storage braketeer::gui_job braketeer::gui_kit braketeer::flows braketeer::archive
          braketeer::sandbox braketeer::store braketeer::store_vault)
braketeer_test(gui/tst_transferspane GUI TIMEOUT 180
    LINKS braketeer::gui_shell braketeer::gui_storage braketeer::flows braketeer::services braketeer::sandbox braketeer::store
          braketeer::store_vault)
