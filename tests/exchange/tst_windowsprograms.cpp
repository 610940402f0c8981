#include "roundtrip.h"

#include "exchange/textcheck.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace braketeer;
using namespace braketeer::exchange;
using namespace Qt::StringLiterals;
using job::JobSpec;

namespace {

constexpr int randomDocuments = 500;

const CommandContext context{.profile = u"my 'own' & only"_s, .region = u"eu-north-1"_s, .withClientToken = true};

/// Prints its arguments, each behind a = and before a NUL, and one NUL more.
const QByteArray printerForShells = "#!/bin/sh\nprintf '=%s\\0' \"$@\"\nprintf '\\0'\n";
const QByteArray printerForWindows = R"(
#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <windows.h>
int wmain(int count, wchar_t **words)
{
    static char text[1 << 17];
    _setmode(1, _O_BINARY);
    for (int i = 1; i < count; ++i) {
        WideCharToMultiByte(CP_UTF8, 0, words[i], -1, text, sizeof text, NULL, NULL);
        printf("=%s%c", text, 0);
    }
    putchar(0);
    return 0;
}
)";

QList<JobSpec> documents()
{
    QRandomGenerator random(37);
    QList<JobSpec> documents;
    for (int i = 0; i < randomDocuments; ++i)
        documents << randomDocument(random);
    return documents;
}

QList<QStringList> callsIn(const QByteArray &output)
{
    QList<QStringList> calls;
    QStringList words;
    for (const QByteArray &part : output.split('\0')) {
        if (part.startsWith('='))
            words << textOf(part.mid(1));
        else if (!words.isEmpty())
            calls << std::exchange(words, {});
    }
    return calls;
}

} // namespace

/// Exported commands, run by the real PowerShell and by the cmd.exe of Wine, where they are installed.
class tst_WindowsPrograms : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(u"HOME"_s, m_folder->path());
        m_environment.insert(u"PATH"_s, m_folder->path() + u':' + m_environment.value(u"PATH"_s));
    }

    void everyDocumentComesBackFromPowerShell()
    {
        if (QStandardPaths::findExecutable(u"pwsh"_s).isEmpty())
            QSKIP("PowerShell is not installed");
        write(u"aws"_s, printerForShells);
        QVERIFY(QFile::setPermissions(path(u"aws"_s), QFile::ReadOwner | QFile::ExeOwner));
        const QByteArray major = run(u"pwsh"_s, {u"-NoProfile"_s, u"-Command"_s, u"$PSVersionTable.PSVersion"_s});
        const bool isNew = !major.contains("7  0") && !major.contains("7  1") && !major.contains("7  2");
        for (const Form form : {Form::Readable, Form::Hardened}) {
            const auto &[texts, wanted] = m_trip.commands(isNew ? u"powershell"_s : u"powershell51"_s, form);
            write(u"script.ps1"_s, texts.join(QString()).toUtf8());
            verify(callsIn(run(u"pwsh"_s, {u"-NoProfile"_s, u"-File"_s, path(u"script.ps1"_s)})), wanted);
        }
    }

    void everyDocumentComesBackFromCmd()
    {
        const QString compiler = QStandardPaths::findExecutable(u"x86_64-w64-mingw32-gcc"_s);
        if (QStandardPaths::findExecutable(u"wine"_s).isEmpty() || compiler.isEmpty())
            QSKIP("Wine or a compiler for Windows is not installed");
        m_environment.insert(u"WINEDEBUG"_s, u"-all"_s);
        m_environment.insert(u"WINEPREFIX"_s, path(u"wine"_s));
        write(u"aws.c"_s, printerForWindows);
        run(compiler, {u"-municode"_s, path(u"aws.c"_s), u"-o"_s, path(u"aws.exe"_s)});
        QVERIFY(QFile::exists(path(u"aws.exe"_s)));
        for (const Form form : {Form::Readable, Form::Hardened}) {
            const auto &[texts, wanted] = m_trip.commands(u"cmd"_s, form);
            write(u"script.cmd"_s, "@echo off\r\n" + texts.join(QString()).replace(u'\n', "\r\n"_L1).toUtf8());
            verify(callsIn(run(u"wine"_s, {u"cmd"_s, u"/c"_s, u"script.cmd"_s})), wanted);
        }
    }

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }

    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }

    QByteArray run(const QString &program, const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.setWorkingDirectory(m_folder->path());
        process.start(program, arguments);
        return process.waitForFinished(240000) ? process.readAllStandardOutput() : QByteArray();
    }

    void verify(const QList<QStringList> &calls, const QList<job::Value> &wanted)
    {
        QCOMPARE(calls.size(), wanted.size());
        for (qsizetype i = 0; i < calls.size(); ++i) {
            const QString fault = m_trip.fault(calls.at(i), wanted.at(i));
            QVERIFY2(fault.isEmpty(), qPrintable(fault));
        }
    }

    RoundTrip m_trip{documents(), context};
    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
};

QTEST_GUILESS_MAIN(tst_WindowsPrograms)
#include "tst_windowsprograms.moc"
