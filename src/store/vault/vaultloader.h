#pragma once

#include "core/result.h"
#include "core/secretvault.h"

#include <memory>

namespace braketeer::store {

/// The keychain of the operating system, from the plugin `libbraketeer_keychain`.
///
/// A plugin, because the keychain library brings D-Bus and GLib along, and a command with its keys in the environment
/// must not wait for them: nothing is loaded before this is called.
/// Looked for beside the program, then in the folder where the plugin was installed to.
///
/// Fails with Store: the plugin is not there or cannot be loaded (the message says where it was looked for). Whether
/// there is a keychain shows at the first read or write.
/// Main thread only: the keychain's jobs need its event loop. Secrets that this vault handed out stay good; the plugin
/// stays loaded until the program ends.
core::Result<std::shared_ptr<core::SecretVault>> loadKeychainVault();

} // namespace braketeer::store
