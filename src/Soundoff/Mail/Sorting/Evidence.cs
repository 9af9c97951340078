using Soundoff.Mail.Reading;
using Soundoff.Mail.Sorting.Bounces;

namespace Soundoff.Mail.Sorting;

/// <summary>All that is asked about one message; what is dear to find out is found out once, when a rule first asks.</summary>
internal sealed class Evidence(ReadMail mail, Delivery delivery, Known known)
{
    private readonly Lazy<BounceSigns> signs = new(() => BounceSigns.Of(mail), LazyThreadSafetyMode.None);
    private readonly Lazy<AutomaticWording> wording = new(() => AutomaticWording.Of(mail), LazyThreadSafetyMode.None);

    public ReadMail Mail { get; } = mail;
    public Delivery Delivery { get; } = delivery;
    public Known Known { get; } = known;
    public BounceSigns Signs => signs.Value;
    public AutomaticWording Wording => wording.Value;
}
