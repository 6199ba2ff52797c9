package com.mockhu.dm.file.intake;

import com.mockhu.dm.file.upload.Attachment;
import com.mockhu.dm.file.upload.Upload;
import com.mockhu.dm.file.upload.Uploads;
import com.mockhu.dm.platform.http.Access;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.Route;
import com.mockhu.dm.platform.http.RouteLimit;
import com.mockhu.dm.platform.http.Routes;
import java.util.List;

/** {@code POST /v1/messages/upload}. */
public final class UploadEndpoint {
  private final Receiving receiving;
  private final Uploads uploads;
  private final Admission admission;
  private final FileMeters meters;

  public UploadEndpoint(
      Receiving receiving, Uploads uploads, Admission admission, FileMeters meters) {
    this.meters = meters;
    this.receiving = receiving;
    this.uploads = uploads;
    this.admission = admission;
  }

  private record Received(List<Attachment> attachments) {}

  public void addTo(Routes routes) {
    routes.add(
        new Route(
                "POST",
                "/v1/messages/upload",
                Access.PERSON,
                Route.BodyKind.STREAMED,
                this::receive)
            .limitedBy(new RouteLimit.Own(Admission.UPLOADS_PER_MINUTE)));
  }

  private HttpResult receive(Request request) {
    List<Upload> received =
        admission.admit(
            request, Incoming.LARGEST, reader -> receiving.receive(request.userId(), reader));
    meters.stored(received);
    return HttpResult.ok(
        new Received(
            received.stream()
                .map(Upload::attachment)
                .map(each -> uploads.signed(each, request.userId()))
                .toList()));
  }
}
