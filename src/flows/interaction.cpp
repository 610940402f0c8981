#include "flows/interaction.h"

namespace braketeer::flows {

core::Task<LostAnswer> NoInteraction::confirmResend(LostSubmission)
{
    co_return LostAnswer::Later;
}

} // namespace braketeer::flows
