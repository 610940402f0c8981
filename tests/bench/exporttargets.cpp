#include "exchange/commandpreview.h"
#include "exchange/exportdocument.h"
#include "exchange/targets.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

using namespace braketeer;
using namespace Qt::StringLiterals;

namespace {

/// A document whose hyperparameters are at the service's limits: 276,400 bytes of JSON when the texts are letters.
job::JobSpec largestDocument(QChar letter)
{
    auto hyperParameters = job::Value::map();
    for (int i = 0; i < 100; ++i)
        hyperParameters.insert(u"parameter-%1-"_s.arg(i).leftJustified(256, u'k'),
                               job::Value::text(QString(2500, letter)));
    job::JobSpec spec;
    spec.set(job::Path::parse(u"jobName"), job::Value::text(u"bench"_s));
    spec.set(job::Path::parse(u"hyperParameters"), std::move(hyperParameters));
    return spec;
}

/// The median of a few runs, in milliseconds.
double timed(const job::JobSpec &spec, const exchange::Target &target, exchange::Form form)
{
    QList<double> times;
    for (int run = 0; run < 21; ++run) {
        QElapsedTimer timer;
        timer.start();
        const auto exported = exchange::exportDocument(spec, target, {.form = form});
        times << double(timer.nsecsElapsed()) / 1e6;
        if (!exported)
            return -1;
    }
    std::sort(times.begin(), times.end());
    return times.at(times.size() / 2);
}

} // namespace

/// The median of some key strokes, as a pane beside the form feels them, in milliseconds.
double usualStroke(job::JobSpec spec, const exchange::Target &target)
{
    exchange::CommandPreview preview(target);
    preview.update(spec);
    QList<double> times;
    for (int stroke = 0; stroke < 40; ++stroke) {
        const auto *path = stroke % 2 == 0 ? u"jobName" : u"hyperParameters.typed";
        spec.set(job::Path::parse(path), job::Value::text(u"typed"_s + QString::number(stroke)));
        QElapsedTimer timer;
        timer.start();
        preview.update(spec);
        times << double(timer.nsecsElapsed()) / 1e6;
    }
    std::sort(times.begin(), times.end());
    return times.at(times.size() / 2);
}

/// Exports the largest document to every target in every form it has; prints `target-form milliseconds` lines, the
/// worst of them as `worst`, the same for texts of which every letter needs an escape somewhere as `worst-escaped`, and
/// the usual key stroke in a live preview of the slowest target as `stroke`.
int main()
{
    const job::JobSpec spec = largestDocument(u'a');
    const job::JobSpec escaped = largestDocument(u'\u00e9');
    double worst = 0;
    double worstEscaped = 0;
    double stroke = 0;
    for (const exchange::Target &target : exchange::targets()) {
        for (const auto &[form, name] :
             {std::pair(exchange::Form::Readable, "readable"), std::pair(exchange::Form::Hardened, "hardened"),
              std::pair(exchange::Form::File, "file")}) {
            if (!target.forms.testFlag(form))
                continue;
            const double milliseconds = timed(spec, target, form);
            if (milliseconds < 0)
                return 1;
            std::printf("%s-%s %f\n", target.id, name, milliseconds);
            worst = std::max(worst, milliseconds);
            worstEscaped = std::max(worstEscaped, timed(escaped, target, form));
        }
        stroke = std::max(stroke, usualStroke(spec, target));
    }
    std::printf("worst %f\nworst-escaped %f\nstroke %f\n", worst, worstEscaped, stroke);
}
