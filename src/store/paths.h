#pragma once

#include <QProcessEnvironment>
#include <QString>

namespace braketeer::store {

/// Where the program keeps what it remembers.
///
/// `BRAKETEER_DATA_DIR` in `environment` overrides the data folder; else the system's place for this program's data
/// (XDG_DATA_HOME/braketeer). Nothing is created here.
QString dataFolder(const QProcessEnvironment &environment);

/// The history: `history.sqlite`, or `demo.sqlite`. Real and demo never share a file.
QString historyFile(const QString &dataFolder, bool demo);

/// The working draft: `draft.json`, or `demo-draft.json`.
QString draftFile(const QString &dataFolder, bool demo);

/// What the built-in service keeps between two runs of the demo: `demo-service.json`.
QString demoServiceFile(const QString &dataFolder);

/// The person's own templates: the folder `templates`.
QString templatesFolder(const QString &dataFolder);

/// The settings: `braketeer.ini` in the system's place for configuration, or in the data folder where
/// `BRAKETEER_DATA_DIR` is set, so that a portable copy takes them along.
QString settingsFile(const QProcessEnvironment &environment);

} // namespace braketeer::store
