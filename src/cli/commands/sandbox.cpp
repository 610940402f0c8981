#include "cli/commands/sandbox.h"

#include <QCoreApplication>
#include <QFile>

#include <unistd.h>
#include <vector>

namespace braketeer::cli {

core::Task<int> sandbox(Invocation call)
{
    QList<QByteArray> words{QFile::encodeName(call.context.sandboxProgram)};
    for (const QString &argument : call.arguments)
        words << argument.toLocal8Bit();
    std::vector<char *> pointers;
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execv(pointers.front(), pointers.data());
    co_return core::fail(core::Error::Kind::Usage,
                         QCoreApplication::translate("SandboxCommand", "The sandbox is not installed: %1 cannot be "
                                                                       "started (%2).")
                             .arg(call.context.sandboxProgram, qt_error_string()));
}

} // namespace braketeer::cli
