import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sibu.ApiClient;
import sibu.ApiException;
import sibu.api.*;
import sibu.model.*;

/**
 * One case through all four steps, driven by a client that OpenAPI Generator made (`-g java --library native`; docs/integrators.md
 * has the commands): `SIBU_URL=http://localhost:8000 SIBU_DEMO_PASSWORD=… java -cp … Walk`.
 *
 * <p>Operations are methods, named as the document's operationId; a refusal is an ApiException with the problem in its body.
 */
public final class Walk {
  private static final String URL = System.getenv().getOrDefault("SIBU_URL", "http://localhost:8000");

  /** What an action is sent that asks for nothing. */
  private static final Object NOTHING = Map.of();

  /** A client that is this person, as far as his token lasts: fifteen minutes. */
  private static ApiClient signedIn(String username) throws ApiException {
    String password = System.getenv("SIBU_DEMO_PASSWORD");
    TokenAnswer token =
        new AuthApi(at(new ApiClient())).issueToken("password", null, null, "native", password, null, null, username);
    ApiClient client = at(new ApiClient());
    client.setRequestInterceptor(
        request -> request.header("Authorization", "Bearer " + token.getAccessToken()).header("Accept-Language", "en"));
    return client;
  }

  private static ApiClient at(ApiClient client) {
    client.updateBaseUri(URL);
    return client;
  }

  /** A write that must happen once: keep the key while you repeat the same intent. */
  private static String once() {
    return UUID.randomUUID().toString();
  }

  public static void main(String[] arguments) throws ApiException {
    ApiClient hotline = signedIn("hl.bj01"), coordinator = signedIn("co.bj01");
    ApiClient engineer = signedIn("fe.bj01"), caller = signedIn("fu.bj01");

    // 1 understand the need: the number shows who calls and which devices he has
    CallRead call =
        new CallsApi(hotline)
            .createCall(
                new CallsCreate().direction(CallsCreate.DirectionEnum.INBOUND).fromNumber("13800044170").rings(2), once());
    Match match = new CallersApi(hotline).lookUpCallers("13800044170", null).getMatches().get(0);
    UUID customer = UUID.fromString(match.getCustomer().getId()), contact = UUID.fromString(match.getContact().getId());
    CallerAsset asset = match.getAssets().get(0);
    EntitlementRead entitled =
        new EntitlementsApi(hotline)
            .checkEntitlement(null, UUID.fromString(asset.getId()), null, null, null, null, null);
    System.out.printf(
        "%s, %s %s: %s%n", match.getCustomer().getName(), asset.getModel(), asset.getSerial(), entitled.getHeadline());
    UUID callId = UUID.fromString(call.getId());
    new CallsApi(hotline).identifyCall(callId, new Identify().customerId(customer).contactId(contact), null, null);
    ServiceRequestsApi cases = new ServiceRequestsApi(hotline);
    ServiceRequestsCreate need =
        new ServiceRequestsCreate()
            .channel(ServiceRequestsCreate.ChannelEnum.CALL)
            .callId(callId)
            .customerId(customer)
            .contactId(contact)
            .assetId(UUID.fromString(asset.getId()))
            .subject("Readings drift")
            .group(ServiceRequestsCreate.GroupEnum.HARDWARE_REPAIR)
            .faultKind(ServiceRequestsCreate.FaultKindEnum.HARDWARE);
    UUID id = UUID.fromString(cases.createServiceRequest(need, once()).getId());

    // 2 choose the way: what is paid needs the customer's consent before anything is done
    Judge judgement =
        new Judge()
            .group(Judge.GroupEnum.HARDWARE_REPAIR)
            .faultKind(Judge.FaultKindEnum.HARDWARE)
            .mode(Judge.ModeEnum.ON_SITE);
    if (Boolean.TRUE.equals(cases.judgeServiceRequest(id, judgement, null, null).getPaid())) {
      cases.explainPolicyServiceRequest(id, NOTHING, null, null);
      cases.acceptTermsServiceRequest(id, NOTHING, null, null);
      QuotesApi quotes = new QuotesApi(hotline);
      List<LineIn> lines =
          List.of(
              new LineIn().priceItemId(price(hotline, customer, "CO-CITY")),
              new LineIn().priceItemId(price(hotline, customer, "LB-STD")).quantity(1500));
      UUID quote = UUID.fromString(quotes.createQuote(once(), new QuoteCreate().caseId(id).lines(lines)).getId());
      String fingerprint = quotes.offerQuote(quote, once(), NOTHING, null).getFingerprint();
      Consent consent =
          new Consent()
              .fingerprint(fingerprint)
              .by(match.getContact().getName())
              .way(Consent.WayEnum.CALL)
              .callId(callId);
      quotes.consentQuote(quote, once(), consent, null, null);
    }
    ServiceRequestRead sent = cases.dispatchServiceRequest(id, new Dispatch(), null, null);
    UUID order = UUID.fromString(sent.getOrders().get(0).getId());
    WorkOrdersApi desk = new WorkOrdersApi(coordinator), field = new WorkOrdersApi(engineer);
    OffsetDateTime visit =
        Instant.now().atOffset(ZoneOffset.UTC).plusDays(9).truncatedTo(ChronoUnit.DAYS).plusHours(2);
    desk.contactWorkOrder(order, new Contact().note("confirmed by telephone"), null, null);
    desk.promiseWorkOrder(order, new Promise().promisedAt(visit).durationMinutes(90), null, null);
    UUID me = UUID.fromString(new MeApi(engineer).readMe().getEmployee().getId());
    for (boolean assigned = false; !assigned; ) {
      try {
        desk.assignWorkOrder(order, once(), new CommandsAssign().employeeId(me).startsAt(visit).durationMinutes(90), null);
        assigned = true;
      } catch (ApiException refused) {
        if (!refused.getResponseBody().contains("\"/problems/clash\"")) {
          throw refused;
        }
        visit = visit.plusDays(1); // his time is taken: the day after
      }
    }

    // 3 do the work: each step is an action of its own, and none can be skipped
    field.acceptWorkOrder(order, once(), new Plainly(), null, null);
    field.departWorkOrder(order, once(), new Plainly(), null, null);
    field.arriveWorkOrder(order, once(), new Plainly(), null, null);
    Diagnose found = new Diagnose().diagnosis("light source worn").plan("replace and calibrate");
    field.diagnoseWorkOrder(order, once(), found, null, null);
    CommandsComplete work =
        new CommandsComplete()
            .workDone("replaced the light source")
            .testResult("50.6 of 50 mg/L")
            .testPassed(true)
            .instructed(true);
    field.completeWorkOrder(order, once(), work, null, null);
    RefuseSignature unsigned = new RefuseSignature().reason("the customer was called away");
    field.refuseSignatureWorkOrder(order, once(), unsigned, null, null);
    field.handInWorkOrder(order, once(), new HandIn(), null, null);

    // 4 check and improve: the customer is called; only then the case closes
    FollowUpsApi calls = new FollowUpsApi(caller);
    FollowUpRow due =
        calls.listFollowUps(null, null, null, null, null, null, null, null, null, null, id).getItems().get(0);
    Answers praise = new Answers().q1(5).q2(5).q3(5).q4(5).q5(4).q6(4);
    FollowUpRead done =
        calls.satisfiedFollowUp(UUID.fromString(due.getId()), new Satisfied().answers(praise), null, null);
    ServiceRequestRead closed = cases.readServiceRequest(id);
    System.out.printf("%s %s, satisfaction %d%n", closed.getNumber(), closed.getStatus(), done.getCsi());
  }

  private static UUID price(ApiClient client, UUID customer, String code) throws ApiException {
    PriceReadList found =
        new PriceListsApi(client).listPrices(null, null, null, customer, null, null, null, code, null, null);
    return UUID.fromString(found.getItems().get(0).getId());
  }
}
