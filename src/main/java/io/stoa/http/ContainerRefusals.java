package io.stoa.http;

import io.stoa.shared.Json;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** What the container refuses before it knows any application, such as an address it cannot decode, is a problem as well. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ContainerRefusals implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve()));
    }

    private static final class ProblemValve extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, Throwable failure) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                write(response, status);
            } catch (IOException gone) {
                container.getLogger().debug("The caller left before the answer", gone);
            }
        }

        private static void write(Response response, int status) throws IOException {
            var known = HttpStatus.resolve(status);
            var problem = FrameRefusal.byStatus(known == null ? HttpStatus.BAD_REQUEST : known);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            response.getReporter()
                    .write(Json.write(Map.of(
                            "type", String.valueOf(problem.getType()),
                            "title", String.valueOf(problem.getTitle()),
                            "status", status,
                            "detail", String.valueOf(problem.getDetail()))));
            response.finishResponse();
        }
    }
}
