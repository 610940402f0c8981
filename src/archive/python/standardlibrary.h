#pragma once

#include <QByteArray>

namespace braketeer::archive::python {

/// Whether Python 3.12, which all of Braket's images have, brings a module of this name along. The container adds the
/// unpacked archive at the end of the search path, so Python's own modules are found before those of the archive.
/// Source: amazon-braket-containers, src/braket_container.py, unpack_code_and_add_to_path().
bool isStandardModule(const QByteArray &name);

} // namespace braketeer::archive::python
