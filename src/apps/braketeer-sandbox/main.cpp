#include "interrupt.h"
#include "options.h"

#include "cli/console.h"
#include "cli/exitcode.h"

#include <QCoreApplication>

#include <atomic>
#include <memory>

using namespace braketeer;

namespace {

/// The URL, then the environment to use, one `NAME=value` a line.
QByteArray greeting(const sandbox::Sandbox &server)
{
    QByteArray text = server.url().toEncoded() + '\n';
    for (const auto &[name, value] : server.environment())
        text += name.toUtf8() + '=' + value.toUtf8() + '\n';
    return text;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const cli::Console console = cli::processConsole();
    const auto explain = [&console](const core::Error &error) {
        console.err(error.text());
        return cli::exitCodeFor(error);
    };
    auto options = apps::readSandboxOptions(QCoreApplication::arguments().mid(1));
    if (!options)
        return explain(options.error());
    // A request may come in before the greeting is out: its line waits for none.
    const auto greeted = std::make_shared<std::atomic<bool>>(false);
    options->log = [out = console.out, greeted](const QString &line) {
        if (*greeted)
            out(line.toUtf8() + '\n');
    };
    const auto server = sandbox::Sandbox::start(std::move(*options));
    if (!server)
        return explain(server.error());
    // Before the greeting: whoever has read that may interrupt.
    const core::CancelToken cancel;
    const apps::Interrupt interrupt(cancel);
    const auto guard = cancel.onCancel([] { QCoreApplication::exit(cli::Interrupted); });
    console.out(greeting(**server));
    *greeted = true;

    const int code = QCoreApplication::exec();
    (*server)->stop();
    return code;
}
