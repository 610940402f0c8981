#include "exchange/filereader.h"

#include "exchange/textcheck.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcessEnvironment>

#include <pwd.h>
#include <unistd.h>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FileArgument)
};

QString homeOf(const QString &name)
{
    if (name.isEmpty())
        return QDir::homePath();
    QByteArray buffer(16384, Qt::Uninitialized);
    passwd entry{};
    passwd *found = nullptr;
    getpwnam_r(QFile::encodeName(name).constData(), &entry, buffer.data(), size_t(buffer.size()), &found);
    return found ? QFile::decodeName(found->pw_dir) : QString();
}

QString expandHome(const QString &path)
{
    if (!path.startsWith(u'~'))
        return path;
    const qsizetype slash = path.indexOf(u'/');
    const QString home = homeOf(path.mid(1, slash < 0 ? -1 : slash - 1));
    if (home.isEmpty())
        return path;
    return slash < 0 ? home : home + path.mid(slash);
}

bool isNameCharacter(QChar character)
{
    return character == u'_' || (character.unicode() < 0x80 && character.isLetterOrNumber());
}

/// The length of the variable reference at `start` ("$NAME", "${NAME}") and its name; 0 where there is none.
qsizetype referenceAt(QStringView path, qsizetype start, QString &name)
{
    qsizetype end = start + 1;
    if (end < path.size() && path.at(end) == u'{') {
        const qsizetype brace = path.indexOf(u'}', end);
        if (brace < 0)
            return 0;
        name = path.mid(end + 1, brace - end - 1).toString();
        return brace + 1 - start;
    }
    while (end < path.size() && isNameCharacter(path.at(end)))
        ++end;
    name = path.mid(start + 1, end - start - 1).toString();
    return name.isEmpty() ? 0 : end - start;
}

QString expandVariables(const QString &path)
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QString expanded;
    for (qsizetype i = 0; i < path.size();) {
        QString name;
        const qsizetype length = path.at(i) == u'$' ? referenceAt(path, i, name) : 0;
        if (length > 0 && environment.contains(name))
            expanded += environment.value(name);
        else
            expanded += QStringView(path).mid(i, qMax(length, 1));
        i += qMax(length, 1);
    }
    return expanded;
}

core::Result<QString> decode(const QByteArray &bytes, const QString &path)
{
    if (!bytes.isValidUtf8())
        return core::fail(core::Error::Kind::Usage,
                          Text::tr("The file “%1” is not UTF-8 text. Save it as UTF-8 and try again.").arg(path));
    return textOf(bytes);
}

} // namespace

QString expandPath(const QString &path)
{
    return expandVariables(expandHome(path));
}

core::Result<QByteArray> readLocalFile(const QString &path)
{
    const QString expanded = expandPath(path);
    QFile file(expanded);
    // A folder opens, too, and then reads as nothing.
    if (QFileInfo(expanded).isDir() || !file.open(QIODevice::ReadOnly))
        return core::fail(
            core::Error::Kind::Usage,
            Text::tr("The file “%1” cannot be read: %2. Check the path; a relative one starts in the working "
                     "folder.")
                .arg(expanded, QFileInfo(expanded).isDir() ? Text::tr("it is a folder") : file.errorString()));
    // read() reserves what it may need: of a pipe nobody knows, of a file everybody.
    const qint64 most = file.isSequential() ? maximumArgumentFileBytes
                                            : std::min(file.size(), maximumArgumentFileBytes);
    const QByteArray bytes = file.read(most + 1);
    if (bytes.size() > maximumArgumentFileBytes)
        return core::fail(core::Error::Kind::Usage,
                          Text::tr("The file “%1” has more than %2 bytes; no member of a job is "
                                   "that large. Name another file.")
                              .arg(expanded)
                              .arg(maximumArgumentFileBytes));
    return bytes;
}

std::optional<core::Result<QString>> readReference(const QString &argument, const FileReader &readFile)
{
    const bool isText = argument.startsWith("file://"_L1);
    if (!isText && !argument.startsWith("fileb://"_L1))
        return std::nullopt;
    const QString path = argument.mid(isText ? 7 : 8);
    const core::Result<QByteArray> bytes = readFile(path);
    if (!bytes)
        return core::fail(bytes.error());
    core::Result<QString> text = decode(*bytes, path);
    if (text && isText)
        text->replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    return text;
}

} // namespace braketeer::exchange
