#pragma once

#include "core/result.h"
#include "core/secretvault.h"

#include <chrono>
#include <memory>

namespace braketeer::store {

/// Long enough for a person to type the password that the keychain asks for.
inline constexpr std::chrono::milliseconds keychainPatience = std::chrono::seconds(60);

/// The keychain of the operating system, from the plugin `libbraketeer_keychain`.
///
/// A plugin, because the keychain library brings D-Bus and GLib along, and a command with its keys in the environment
/// must not wait for them: nothing is loaded before this is called.
/// Looked for beside the program, then in `lib/braketeer` next to the program's folder, as it is installed and built.
///
/// Fails with Store: the plugin is not there or cannot be loaded; the message says where it was looked for. Whether
/// there is a keychain shows at the first read or write, which fails with Store when there is none, or when it has not
/// answered after `patience`.
/// Main thread only: the keychain's jobs need its event loop. The plugin stays loaded until the program ends.
core::Result<std::shared_ptr<core::SecretVault>> loadKeychainVault(
    std::chrono::milliseconds patience = keychainPatience);

} // namespace braketeer::store
