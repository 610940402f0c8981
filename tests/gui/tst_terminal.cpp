#include "gui/command/terminal.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace braketeer;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 20000;

/// A program on a terminal of its own, which answers the question for its state as terminals do.
class Terminal
{
public:
    Terminal(const gui::ProgramCall &call, const QString &home)
    {
        QList<QByteArray> words{call.program.toLocal8Bit()};
        for (const QString &argument : call.arguments)
            words.append(argument.toLocal8Bit());
        winsize size{.ws_row = 50, .ws_col = 200, .ws_xpixel = 0, .ws_ypixel = 0};
        m_child = forkpty(&m_master, nullptr, nullptr, &size);
        if (m_child != 0)
            return;
        setenv("HOME", home.toLocal8Bit().constData(), 1);
        setenv("TERM", "xterm", 1);
        unsetenv("PROMPT_COMMAND");
        QList<char *> argv;
        for (QByteArray &word : words)
            argv.append(word.data());
        argv.append(nullptr);
        execvp(argv.first(), argv.data());
        _exit(127);
    }

    ~Terminal()
    {
        kill(m_child, SIGKILL);
        close(m_master);
        waitpid(m_child, nullptr, 0);
    }

    bool waitFor(const std::function<bool()> &condition)
    {
        QElapsedTimer clock;
        clock.start();
        while (!condition()) {
            if (clock.elapsed() > patienceMs)
                return false;
            read();
        }
        return true;
    }

    void press(const QByteArray &keys) { QCOMPARE(::write(m_master, keys.constData(), keys.size()), keys.size()); }

    QByteArray shown() const { return m_shown; }

private:
    void read()
    {
        fd_set ready;
        FD_ZERO(&ready);
        FD_SET(m_master, &ready);
        timeval wait{.tv_sec = 0, .tv_usec = 50000};
        if (select(m_master + 1, &ready, nullptr, nullptr, &wait) <= 0)
            return;
        char buffer[4096];
        const ssize_t count = ::read(m_master, buffer, sizeof buffer);
        if (count <= 0)
            return;
        const QByteArray fresh(buffer, int(count));
        m_shown += fresh;
        if (fresh.contains("\033[5n"))
            press("\033[0n");
        if (fresh.contains("\033[c"))
            press("\033[?6c");
    }

    int m_master = -1;
    pid_t m_child = -1;
    QByteArray m_shown;
};

QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The real shells, each on a terminal of its own.
class tst_Terminal : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theCommandStandsAtThePromptAndRunsOnlyWhenEnterIsPressed_data()
    {
        QTest::addColumn<QString>("target");
        for (const char *target : {"sh", "bash", "zsh", "fish"})
            QTest::newRow(target) << QString::fromLatin1(target);
    }

    void theCommandStandsAtThePromptAndRunsOnlyWhenEnterIsPressed()
    {
        QFETCH(const QString, target);
        const auto shell = gui::typingShell(target);
        QVERIFY(shell);
        QTemporaryDir home;
        const QString ran = home.filePath(u"ran"_s);
        for (const char *quiet : {".bashrc", ".zshrc"}) { // zsh asks a person without one
            QFile file(home.filePath(QString::fromLatin1(quiet)));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        const QString text = u"printf '%s' 'a $(touch no) !b {\"c\": \"d\"}' \\\n  > '%1'"_s.arg(ran);
        const auto call = gui::typingCall(*shell, text);
        QVERIFY(call);
        Terminal terminal(*call, home.path());
        QVERIFY2(terminal.waitFor([&] { return terminal.shown().contains("touch no"); }), terminal.shown().constData());
        QTest::qWait(300);
        QVERIFY(!QFile::exists(ran));
        terminal.press("\r");
        QVERIFY2(terminal.waitFor([&] { return contentOf(ran) == "a $(touch no) !b {\"c\": \"d\"}"; }),
                 terminal.shown().constData());
    }

    void targetsOfOtherSystemsHaveNoTerminalHere()
    {
        for (const char16_t *target : {u"powershell", u"cmd", u"json", u""})
            QVERIFY(!gui::typingShell(target));
    }
};

QTEST_GUILESS_MAIN(tst_Terminal)
#include "tst_terminal.moc"
